import * as v from 'valibot'
import { BASE_PATH } from '../../api/basePath.ts'
import { hasBody, inputHeaders, pathNames } from '../../api/contract.ts'
import type { ServerProblem } from '../../api/problem.ts'
import { COMMON_PROBLEMS, endpointTexts } from './endpointTexts.ts'
import { jsonSchemaOf, sharedSchemas, type JsonSchema } from './jsonSchemas.ts'
import { problemStatuses } from './problemStatuses.ts'
import { servedEndpoints, servedInputs, servedNames, type ServedName } from './served.ts'

export type Parameter = {
  name: string
  in: 'path' | 'query' | 'header'
  required: boolean
  description?: string
  schema: JsonSchema
}

export type Answer = { description: string; content?: Record<string, { schema: JsonSchema }> }

export type Operation = {
  operationId: ServedName
  summary: string
  parameters: Parameter[]
  requestBody?: { required: true; content: Record<string, { schema: JsonSchema }> }
  responses: Record<string, Answer>
  security?: [{ editToken: [] } | { moderatorToken: [] }]
}

export type OpenApi = {
  openapi: '3.1.0'
  info: { title: string; version: string; description: string; license: { name: string; identifier: string } }
  servers: [{ url: string }]
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, JsonSchema>; securitySchemes: Record<string, object> }
}

/** The contract as OpenAPI 3.1 has it: nothing but what its table, its inputs and its schemas say, and the same every time. */
export function openApi(): OpenApi {
  const paths: OpenApi['paths'] = {}
  for (const name of servedNames) {
    const { method, path } = servedEndpoints[name]
    const templated = path.replaceAll(/:(\w+)/g, '{$1}')
    paths[templated] = { ...paths[templated], [method.toLowerCase()]: operationOf(name) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Soundoff',
      version: '1',
      description: 'Discussions and their comments, over HTTP and JSON.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: BASE_PATH }],
    paths,
    components: {
      schemas: sharedSchemas(),
      securitySchemes: {
        editToken: {
          type: 'http',
          scheme: 'bearer',
          description: 'The editToken that a comment was answered with when it was posted.',
        },
        moderatorToken: {
          type: 'http',
          scheme: 'bearer',
          description: 'What whoever runs the server has given to a moderator.',
        },
      },
    },
  }
}

function operationOf(name: ServedName): Operation {
  const { method, path } = servedEndpoints[name]
  const { entries }: { entries: Record<string, v.GenericSchema> } = servedInputs[name]
  const inPath = pathNames(path)
  const inBody = hasBody(method)
    ? Object.keys(entries).filter((key) => !inPath.includes(key) && !isInHeader(key))
    : []
  const parameters = Object.entries(entries).flatMap(([key, schema]) =>
    inBody.includes(key) || isToken(key) ? [] : [parameterOf(key, schema, inPath)],
  )
  const isStream = 'isStream' in servedEndpoints[name]
  return {
    operationId: name,
    summary: endpointTexts[name].summary,
    parameters: isStream ? [...parameters, LAST_EVENT_ID] : parameters,
    ...(inBody.length > 0 && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: bodySchema(name, only(entries, inBody)) } },
      },
    }),
    responses: { ...answersOf(name), ...refusalsOf(name) },
    ...securityOf(entries),
  }
}

function bodySchema(name: ServedName, entries: Record<string, v.GenericSchema>): JsonSchema {
  const schema = jsonSchemaOf(v.object(entries))
  const { members = {} } = endpointTexts[name]
  for (const [key, description] of Object.entries(members)) {
    const member = schema.properties?.[key]
    if (typeof member === 'object') member.description = description
  }
  return schema
}

function isInHeader(key: string): boolean {
  return key in inputHeaders || isToken(key)
}

/** What is told as `security`, and not as a parameter. */
function isToken(key: string): boolean {
  return key === 'editToken' || key === 'moderatorToken'
}

function securityOf(entries: object): Pick<Operation, 'security'> {
  if ('editToken' in entries) return { security: [{ editToken: [] }] }
  return 'moderatorToken' in entries ? { security: [{ moderatorToken: [] }] } : {}
}

const LAST_EVENT_ID: Parameter = {
  name: 'Last-Event-ID',
  in: 'header',
  required: false,
  description: 'The version to go on from; it counts where it is sent, in place of since.',
  schema: { type: 'integer', minimum: 0 },
}

function parameterOf(key: string, schema: v.GenericSchema, inPath: readonly string[]): Parameter {
  const isOptional = schema.type === 'exact_optional' || schema.type === 'optional'
  const base = { required: !isOptional, schema: jsonSchemaOf(schema) }
  if (inPath.includes(key)) return { name: key, in: 'path', ...base }
  if (key === 'revision') {
    return {
      name: inputHeaders.revision,
      in: 'header',
      required: true,
      description: 'The revision that was seen, in quotation marks, as its ETag has it.',
      schema: { type: 'string', pattern: String.raw`^"\d{1,15}"$` },
    }
  }
  if (key === 'idempotencyKey') return { name: inputHeaders.idempotencyKey, in: 'header', ...base }
  return { name: key, in: 'query', ...base }
}

function only<Value>(
  entries: Readonly<Record<string, Value>>,
  keys: readonly string[],
): Record<string, Value> {
  return Object.fromEntries(Object.entries(entries).filter(([key]) => keys.includes(key)))
}

function answersOf(name: ServedName): Record<string, Answer> {
  const { status, output } = servedEndpoints[name]
  const schema = jsonSchemaOf(output)
  if ('isStream' in servedEndpoints[name]) {
    const events: JsonSchema = {
      type: 'string',
      description: 'Server-sent events. The data of each is JSON of this schema:',
      contentMediaType: 'application/json',
      contentSchema: schema,
    }
    return { [status]: { description: 'The stream', content: { 'text/event-stream': { schema: events } } } }
  }
  const content = { 'application/json': { schema } }
  return {
    [status]: { description: status === 201 ? 'It is there' : 'It is so', content },
    ...(name === 'postComment' && {
      202: { description: 'It is held, and only its writer sees it', content },
    }),
    ...(name === 'openDiscussion' && { 201: { description: 'It was opened by this request', content } }),
  }
}

function refusalsOf(name: ServedName): Record<string, Answer> {
  const byStatus = new Map<number, ServerProblem['code'][]>()
  for (const code of [...COMMON_PROBLEMS, ...endpointTexts[name].problems]) {
    for (const status of problemStatuses(name, code)) {
      byStatus.set(status, [...(byStatus.get(status) ?? []), code])
    }
  }
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
  return Object.fromEntries(
    Array.from(byStatus, ([status, codes]) => [status, { description: codes.join(', '), content }]),
  )
}
