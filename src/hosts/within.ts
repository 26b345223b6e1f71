/** What `promise` gives, or `otherwise` where it rejects or has not settled after `limit` milliseconds. Never rejects. */
export async function within<Value, Otherwise>(
  promise: Promise<Value>,
  limit: number,
  otherwise: Otherwise,
): Promise<Value | Otherwise> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<Otherwise>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), limit)
  })
  try {
    return await Promise.race([promise, late])
  } catch {
    return otherwise
  } finally {
    clearTimeout(timer)
  }
}
