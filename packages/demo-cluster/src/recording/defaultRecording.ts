/** Shown unless another one is asked for: its end has every phase there is. */
export const defaultRecording = 'run1';
