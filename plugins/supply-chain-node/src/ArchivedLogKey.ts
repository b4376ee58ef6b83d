/** The log of one container of one image build. */
export interface ArchivedLogKey {
  /** As the kubernetes plugin knows it. */
  readonly cluster: string;
  readonly namespace: string;
  /** Uid of the Build: its name may come again. */
  readonly build: string;
  readonly container: string;
}
