import type { RequestId } from '../model.ts'
import type { PaperId } from './model.ts'

export interface PapersTables {
  'requests.paper': {
    id: PaperId
    request_id: RequestId
    position: number
    title: string
    url: string | null
    sha256: string | null
    file_name: string | null
    media_type: string | null
    bytes: number | null
  }
}
