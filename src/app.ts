import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import {
  agreementRoutes,
  type CampaignTables,
  type CodingTables,
  campaignParts,
  campaignsApi,
  campaignsPolicy,
  campaignsRoutes,
  codebookPolicy,
  codebookRoutes,
  codingParts,
  codingPolicy,
  codingRoutes,
  type MapTables,
  mapApi,
  mapParts,
  mapPolicy,
  mapRoutes,
  type ProgramRoutesServices,
  type ProgramTables,
  programParts,
  programsPolicy,
  programsRoutes,
  type SummaryTables,
  standingParts,
  standingRoutes,
  summariesApi,
  summariesParts,
  summariesPolicy,
  summariesRoutes,
  usesOf,
} from './analysis/index.ts'
import { housePolicy } from './app/access.ts'
import { type FrameServices, pageRenderer } from './app/page-renderer.ts'
import { errorPage, problemTitle } from './app/pages/error-page.tsx'
import { type HouseServices, houseRoutes } from './app/routes.ts'
import {
  type DeliberationTables,
  deliberationParts,
  deliberationRoutes,
  deliberationsPolicy,
  liftParts,
  voteSource,
} from './deliberation/index.ts'
import {
  type ClaimsServices,
  type ClaimTables,
  type CommentTables,
  claimsParts,
  claimsPolicy,
  claimsRoutes,
  type DatasetsTables,
  datasetParts,
  datasetRoutes,
  docketSource,
  fifteenMinutesRoutes,
  type ImportTables,
  type IntakeTables,
  type IssueTables,
  importedFacts,
  importParts,
  importPolicy,
  importRoutes,
  intakePolicy,
  intakeRoutes,
  interestPart,
  issuesParts,
  issuesPolicy,
  issuesRoutes,
  objectionsParts,
  objectionsPolicy,
  objectionsRoutes,
  organisationParts,
  type PaperTables,
  type PostedTables,
  paperRoutes,
  postingParts,
  postingPolicy,
  postingRoutes,
  readingApi,
  readingPolicy,
  readingRoutes,
  redactionRoutes,
  signatoriesParts,
  signatoriesPolicy,
  signatoriesRoutes,
} from './docket/index.ts'
import { type ErasingServices, type ErasingTables, erasingPolicy, erasingRoutes } from './erasing/index.ts'
import { type ModerationTables, moderationPolicy, moderationRoutes } from './moderation/index.ts'
import {
  type Actor,
  type GatedRoute,
  installFirstStart,
  installGate,
  type ParticipantsServices,
  type ParticipantsTables,
  type PolicyRow,
  participantsPolicy,
  participantsRoutes,
  viewerOf,
} from './participants/index.ts'
import type { OfferedPart } from './platform/html/index.ts'
import { buildServer, describeApi, type ServerOptions } from './platform/http/index.ts'
import type { MailTables } from './platform/mail/index.ts'
import type { Services } from './platform/services.ts'
import { nameRefs } from './portal/index.ts'
import { nameProcesses, type ProcessesTables, processesPolicy, processesRoutes } from './processes/index.ts'
import {
  type ExportSource,
  exportLog,
  type LogServices,
  logRoutes,
  type RecordTables,
  recordPolicy,
  type SigningKey,
} from './record/index.ts'
import {
  makingRoutes,
  type PapersServices,
  papersRoutes,
  processParts,
  type RequestsTables,
  repliesRoutes,
  requestsApi,
  requestsPolicy,
  requestsRoutes,
} from './requests/index.ts'
import type { TextsTables } from './texts/index.ts'

declare module 'fastify' {
  interface FastifyInstance {
    gatedRoutes: readonly GatedRoute[]
  }
}

/** The tables of every room. */
export type AppTables = ParticipantsTables &
  TextsTables &
  ProcessesTables &
  ModerationTables &
  RequestsTables &
  CommentTables &
  ClaimTables &
  ImportTables &
  PaperTables &
  PostedTables &
  IssueTables &
  DatasetsTables &
  IntakeTables &
  MailTables &
  ErasingTables &
  CampaignTables &
  CodingTables &
  ProgramTables &
  MapTables &
  SummaryTables &
  DeliberationTables &
  RecordTables

type Beside<RoomsServices> = Omit<RoomsServices, keyof Services<unknown>>

/** What the rooms are given beside database, clock and address. */
export interface AppServices
  extends Services<AppTables>,
    Beside<HouseServices>,
    Omit<Beside<ParticipantsServices>, 'nameProcesses' | 'parts'>,
    Beside<PapersServices>,
    Beside<ClaimsServices>,
    Omit<ErasingServices, 'db'>,
    Pick<LogServices, 'witnesses' | 'programs'>,
    Partial<Beside<ProgramRoutesServices>>,
    Beside<FrameServices>,
    Pick<ServerOptions, 'allowedOrigins' | 'cookieSecret' | 'logger' | 'trustProxy'> {
  /** Signs promises, and names the log in receipts. */
  log: SigningKey
}

/** Every row of every room: what anyone may do here. */
export const policy: readonly PolicyRow[] = [
  ...housePolicy,
  ...recordPolicy,
  ...participantsPolicy,
  ...processesPolicy,
  ...moderationPolicy,
  ...requestsPolicy,
  ...intakePolicy,
  ...postingPolicy,
  ...objectionsPolicy,
  ...importPolicy,
  ...readingPolicy,
  ...claimsPolicy,
  ...signatoriesPolicy,
  ...issuesPolicy,
  ...campaignsPolicy,
  ...codebookPolicy,
  ...codingPolicy,
  ...programsPolicy,
  ...mapPolicy,
  ...summariesPolicy,
  ...deliberationsPolicy,
  ...erasingPolicy,
]

/** What later steps show on the pages of earlier ones. */
const partsOf = (services: AppServices): readonly OfferedPart<Actor>[] => [
  ...processParts(services),
  ...postingParts(services.db),
  ...objectionsParts(services.db),
  importedFacts(services),
  interestPart(services.db),
  importParts(services.db),
  ...signatoriesParts(services),
  ...claimsParts(services),
  ...issuesParts(services),
  ...datasetParts(services),
  ...organisationParts(services.db),
  ...campaignParts(services.db),
  ...codingParts(services.db),
  ...programParts(services.db),
  ...mapParts(services.db),
  ...standingParts(services.db),
  ...summariesParts(services.db),
  ...deliberationParts(services),
  ...liftParts(services),
]

/** Only docket and deliberations know what of the log's leaves is published. */
const exported: ExportSource<AppTables> = {
  ...docketSource,
  async published(tx, leaves) {
    return new Map([
      ...(await docketSource.published(tx, leaves)),
      ...(await voteSource.published(tx, leaves)),
    ])
  },
  votes: voteSource.votes,
}

const exportsTo =
  ({ db, log }: AppServices): LogServices['exportTo'] =>
  (write) =>
    exportLog(db, log, exported, write)

/** The one place that lists every capability's routes, policy rows and page parts. */
export function buildApp(services: AppServices): FastifyInstance {
  const app = buildServer({ ...services, renderPage: pageRenderer(services), errorPage, problemTitle })
  installFirstStart(app, services.db)
  const gate = { policy, viewerOf: ({ cookies }: FastifyRequest) => viewerOf(services, cookies) }
  app.decorate('gatedRoutes', installGate(app, gate))
  app.register(rateLimit, { global: false })
  describeApi(app)
  app.register(houseRoutes, services)
  app.register(logRoutes, { ...services, key: services.log, exportTo: exportsTo(services) })
  const parts = partsOf(services)
  app.register(participantsRoutes, { ...services, parts, nameProcesses: () => nameProcesses(services.db) })
  app.register(processesRoutes, { ...services, parts })
  app.register(moderationRoutes, { ...services, nameRefs: nameRefs(services.db) })
  app.register(requestsRoutes, { ...services, parts })
  app.register(requestsApi, services)
  app.register(makingRoutes, services)
  app.register(repliesRoutes, services)
  app.register(papersRoutes, services)
  app.register(intakeRoutes, services)
  app.register(postingRoutes, services)
  app.register(redactionRoutes, services)
  app.register(objectionsRoutes, services)
  app.register(claimsRoutes, services)
  app.register(signatoriesRoutes, services)
  app.register(issuesRoutes, services)
  app.register(readingRoutes, { ...services, parts })
  app.register(readingApi, { ...services, parts })
  app.register(importRoutes, services)
  app.register(paperRoutes, services)
  app.register(datasetRoutes, services)
  app.register(campaignsRoutes, services)
  app.register(campaignsApi, services)
  app.register(codebookRoutes, { ...services, ...usesOf(services.db) })
  app.register(codingRoutes, { ...services, parts })
  app.register(agreementRoutes, services)
  app.register(programsRoutes, { ...services, endpoint: services.endpoint })
  app.register(mapRoutes, { ...services, parts })
  app.register(mapApi, services)
  app.register(standingRoutes, services)
  app.register(summariesRoutes, services)
  app.register(summariesApi, services)
  app.register(deliberationRoutes, services)
  app.register(erasingRoutes, services)
  app.register(fifteenMinutesRoutes, services)
  return app
}
