export { type ErrorPage, installErrors } from './errors.ts'
export { isJson, type PageRenderer, sendPage } from './pages.ts'
export { type Problems, problemsByField } from './problems.ts'
export { buildServer, type ServerOptions } from './server.ts'
