export { nameRefs } from './name-refs.ts'
