import type { ErasingServices } from './services.ts'

/** Takes files away that nothing points at any more; after a crash the hourly sweep does it. */
export async function removeFiles(
  { files, pointedAt }: Pick<ErasingServices, 'files' | 'pointedAt'>,
  among: readonly string[],
): Promise<void> {
  if (among.length === 0) return
  const needed = await pointedAt(among)
  for (const address of new Set(among)) if (!needed.has(address)) await files.remove(address)
}
