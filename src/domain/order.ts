/** How threads stand: by the time of their first comment, or by how many comments they hold, the newest first among equals. */
export const ORDERS = ['newest', 'oldest', 'replies'] as const

export type Order = (typeof ORDERS)[number]
