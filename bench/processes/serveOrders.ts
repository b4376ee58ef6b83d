type Handlers = Readonly<Record<string, (payload: never) => unknown>>;

interface Order {
  readonly id: number;
  readonly do: string;
  readonly payload: unknown;
}

/** Answers the orders of the process that started this one, and ends with it. */
export function serveOrders(handlers: Handlers): void {
  process.on('message', (order: Order) => {
    const handler = handlers[order.do] as
      | ((payload: unknown) => unknown)
      | undefined;
    Promise.resolve()
      .then(() => {
        if (!handler) throw new Error(`No order ${order.do}`);
        return handler(order.payload);
      })
      .then(
        value => process.send?.({ id: order.id, value }),
        (error: unknown) =>
          process.send?.({
            id: order.id,
            error: error instanceof Error ? error.stack : String(error),
          }),
      );
  });
  process.on('disconnect', () => process.exit(0));
}
