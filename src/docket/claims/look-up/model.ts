/** A mailbox is not to be flooded by someone who knows its address: one letter a place, and few in all. */
export const LOOK_UP = { every: 15 * 60_000, inAll: 5 }

/** So many comments one letter lists; of more it tells how many there are. */
export const LISTED = 100
