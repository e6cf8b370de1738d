import { findInstallation, type ParticipantsTables } from '../participants/index.ts'
import type { Assets, Chrome } from '../platform/html/index.ts'
import { ownAddress, type ServerOptions } from '../platform/http/index.ts'
import type { Services } from '../platform/services.ts'
import { renderPage } from './render-page.tsx'

export interface FrameServices extends Services<ParticipantsTables> {
  assets: Assets
  latestCheckpoint(): Promise<Chrome['checkpoint']>
}

/** Whatever keeps the frame of a page from being drawn must not keep the page from being shown. */
const orNothing = <Found>(found: Promise<Found>): Promise<Found | undefined> => found.catch(() => undefined)

/** Draws each page in its frame; the installation's name is asked for until it has one. */
export function pageRenderer(services: FrameServices): ServerOptions['renderPage'] {
  const { db, assets, origin, latestCheckpoint } = services
  let name: string | undefined
  return async (request, page) => {
    name ??= (await orNothing(findInstallation(db)))?.name
    return renderPage(page, {
      assets,
      installation: name ?? new URL(origin).host,
      locale: request.locale,
      path: ownAddress(request.url),
      answersForm: !['GET', 'HEAD'].includes(request.method),
      viewer: request.viewer,
      checkpoint: await latestCheckpoint().catch(() => 'unknown' as const),
    })
  }
}
