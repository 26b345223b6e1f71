/** A transcript of one comment by Ada with so many replies, by Reader 0 to the last. */
export function renderBranch(count: number): string {
  const replies = Array.from({ length: count }, (_, index) => {
    const minute = String(index % 60).padStart(2, '0')
    return `    • Reader ${index}\n\n      Reply ${index}\n\n      May 1, 2014 at ${1 + Math.floor(index / 60)}:${minute} pm | Reply\n`
  })
  return `A title\nMay 1st, 2014\n\nText.\n\nsoundoff (${count + 1} Responses)\n  1. Ada\n\n    Go on.\n\n    May 1, 2014 at 12:00 pm | Reply\n${replies.join('')}`
}
