import type { Caller } from '../../access/Caller';
import type { BuilderReader } from '../../service/builders/BuilderReader';
import type { ImageReader } from '../../service/images/ImageReader';
import type { SupplyChainReader } from '../../service/SupplyChainReader';

/** The readers that topics are answered by. */
export interface TopicReaders {
  readonly reader: SupplyChainReader<Caller>;
  readonly builders: BuilderReader<Caller>;
  readonly images: ImageReader<Caller>;
}
