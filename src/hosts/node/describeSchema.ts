import { escapeHtml } from '../../domain/markup.ts'
import type { JsonSchema } from './jsonSchemas.ts'

/** A schema in words, as HTML: its members as a list, what is defined elsewhere as a link. */
export function describeSchema(schema: JsonSchema | boolean): string {
  if (typeof schema === 'boolean') return schema ? 'anything' : 'nothing'
  const { $ref, anyOf, oneOf, allOf, properties, items, type, additionalProperties } = schema
  if ($ref !== undefined) {
    const name = $ref.slice($ref.lastIndexOf('/') + 1)
    return `<a href="#${refName(name)}">${escapeHtml(name)}</a>`
  }
  if (anyOf) return anyOf.map(describeSchema).join(' or ')
  if (oneOf) return `one of <ul>${oneOf.map((each) => `<li>${describeSchema(each)}</li>`).join('')}</ul>`
  if (allOf) return allOf.map(describeSchema).join('')
  if (schema.const !== undefined) return code(schema.const)
  if (schema.enum) return schema.enum.map(code).join(', ')
  if (type === 'array') return describeArray(schema, items)
  if (properties) return describeMembers(schema)
  if (additionalProperties !== undefined) {
    return `an object whose members are each ${describeSchema(additionalProperties)}`
  }
  return describePlain(schema)
}

export function refName(name: string): string {
  return `schema-${escapeHtml(name)}`
}

function describeArray({ prefixItems, maxItems }: JsonSchema, items: JsonSchema['items']): string {
  const held = prefixItems ?? (Array.isArray(items) ? items : null)
  if (held) return `a list of just ${held.map(describeSchema).join(', ')}`
  const each = items === undefined || Array.isArray(items) ? 'anything' : describeSchema(items)
  return `a list${maxItems === undefined ? '' : ` of at most ${maxItems}`}, each ${each}`
}

function describeMembers({ properties = {}, required = [] }: JsonSchema): string {
  const members = Object.entries(properties).map(
    ([name, member]) =>
      `<li><code>${escapeHtml(name)}</code>${required.includes(name) ? '' : ' (may be left out)'}: ${describeSchema(member)}</li>`,
  )
  return `<ul>${members.join('')}</ul>`
}

function describePlain(schema: JsonSchema): string {
  const { type, format, pattern, minimum, maximum, contentMediaType, contentSchema, description } = schema
  const bounds = [
    minimum === undefined ? '' : `at least ${minimum}`,
    maximum === undefined ? '' : `at most ${maximum}`,
    format === undefined ? '' : escapeHtml(format),
    pattern === undefined ? '' : code(pattern),
  ].filter((part) => part !== '')
  const held = contentSchema ? describeSchema(contentSchema) : ''
  return [
    escapeHtml([type ?? 'anything'].flat().join(' or ')),
    ...bounds,
    ...(contentMediaType === undefined ? [] : [`${escapeHtml(description ?? '')} ${held}`]),
  ].join(', ')
}

function code(value: unknown): string {
  return `<code>${escapeHtml(typeof value === 'string' ? value : JSON.stringify(value))}</code>`
}
