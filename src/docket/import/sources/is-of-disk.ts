const ofDisk = ['ENOSPC', 'EDQUOT', 'EACCES', 'EMFILE', 'ENFILE', 'EROFS', 'EIO']

/** The machine cannot hold or open a file just now, whatever the file is. */
export function isOfDisk(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ofDisk.includes(String(error.code))
}
