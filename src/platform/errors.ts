/** Thrown where there is nothing the person can mend; the edge turns it into 404. */
export class NotFound extends Error {
  override name = 'NotFound'
}

/** Thrown when the policy table does not allow the act; the edge turns it into 403, or offers sign-in. */
export class Forbidden extends Error {
  override name = 'Forbidden'
}

/** Thrown when the installation can't answer now but will again; the edge turns it into 503 with Retry-After. */
export class Unavailable extends Error {
  override name = 'Unavailable'
}
