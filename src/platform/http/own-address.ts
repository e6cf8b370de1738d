/** The address of a request as a place on this site: one that begins with two slashes would lead to another. */
export function ownAddress(url: string): string {
  return `/${url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '').replace(/^[/\\]+/, '')}`
}
