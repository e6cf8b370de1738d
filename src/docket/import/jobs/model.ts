/**
 * proposed (its columns are being looked at) → waiting → running → done; broken where its file can no longer be read;
 * left where whoever brought it thought better of it.
 */
export const importStates = ['proposed', 'waiting', 'running', 'done', 'broken', 'left'] as const
export type ImportState = (typeof importStates)[number]
