/** What PostgreSQL takes a parameter for. */
type ParameterType = 'text' | 'text[]' | 'integer' | 'bigint' | 'timestamptz' | 'json' | 'boolean' | 'tsquery'

/** The parameters of a statement, in the order in which its text has them. */
export type Parameters = {
  values: unknown[]
  /** The parameter as SQL, of that type whatever it is compared with. */
  put(value: unknown, type: ParameterType): string
}

/** `first` is the parameter `$1`. */
export function createParameters(first: string): Parameters {
  const values: unknown[] = [first]
  return {
    values,
    put(value, type) {
      values.push(value)
      return `$${values.length}::${type}`
    },
  }
}
