import type { ImageFacts } from '../../model/builders/ImageFacts';
import type { Subject } from '../Subject';

/** A kpack Image with what is known of it, and what a permission decides on. */
export interface FleetImage {
  readonly cluster: string;
  readonly facts: ImageFacts;
  readonly subject: Subject;
}
