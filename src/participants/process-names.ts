/** Roles name a process by its id; what it is called, only a later step knows. */
export interface ProcessNames {
  nameProcesses(): Promise<ReadonlyMap<string, string>>
}
