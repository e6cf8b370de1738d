/** What a process of its own is told; the bytes it works on come in on standard input. */
export interface Task {
  memoryMegabytes: number
}
