export type { Job, Jobs } from './model.ts'
export { type JobsOptions, prepareJobs, type RunningJobs, startJobs } from './start-jobs.ts'
export { countJobs, enqueue, enqueueAll, type Queued, type Waiting } from './store.ts'
