export { type LastBackup, readLastBackup } from './last-backup.ts'
export { type BackupOptions, type MadeBackup, makeBackup } from './make-backup.ts'
export { BackupRefused, sizeInWords } from './model.ts'
export { type Restored, type RestoreOptions, restoreBackup } from './restore-backup.ts'
