/** What the copy needs of Backstage's logger. */
export interface CopyLogger {
  info(message: string): void;
  warn(message: string): void;
  error(message: string, error?: Error): void;
}
