import * as v from 'valibot'
import { BASE_PATH } from '../../api/basePath.ts'
import { hasBody, inputHeaders, pathNames } from '../../api/contract.ts'
import type { ServerProblem } from '../../api/problem.ts'
import { serverEndpoints, serverInputs, type ServerEndpointName } from '../../api/serverEndpoints.ts'
import { COMMON_PROBLEMS, endpointTexts } from './endpointTexts.ts'
import { jsonSchemaOf, sharedSchemas, type JsonSchema } from './jsonSchemas.ts'
import { problemStatuses } from './problemStatuses.ts'

export type Parameter = {
  name: string
  in: 'path' | 'query' | 'header'
  required: boolean
  description?: string
  schema: JsonSchema
}

export type Answer = { description: string; content?: Record<string, { schema: JsonSchema }> }

export type Operation = {
  operationId: ServerEndpointName
  summary: string
  parameters: Parameter[]
  requestBody?: { required: true; content: Record<string, { schema: JsonSchema }> }
  responses: Record<string, Answer>
  security?: [{ editToken: [] }]
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
  for (const name of Object.keys(serverEndpoints) as ServerEndpointName[]) {
    const { method, path } = serverEndpoints[name]
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
      },
    },
  }
}

function operationOf(name: ServerEndpointName): Operation {
  const { method, path } = serverEndpoints[name]
  const { entries }: { entries: Record<string, v.GenericSchema> } = serverInputs[name]
  const inPath = pathNames(path)
  const inBody = hasBody(method)
    ? Object.keys(entries).filter((key) => !inPath.includes(key) && !(key in inputHeaders))
    : []
  const parameters = Object.entries(entries).flatMap(([key, schema]) =>
    inBody.includes(key) || key === 'editToken' ? [] : [parameterOf(key, schema, inPath)],
  )
  const isStream = 'isStream' in serverEndpoints[name]
  return {
    operationId: name,
    summary: endpointTexts[name].summary,
    parameters: isStream ? [...parameters, LAST_EVENT_ID] : parameters,
    ...(inBody.length > 0 && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: jsonSchemaOf(v.object(only(entries, inBody))) } },
      },
    }),
    responses: { ...answersOf(name), ...refusalsOf(name) },
    ...('editToken' in entries && { security: [{ editToken: [] }] satisfies Operation['security'] }),
  }
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

function answersOf(name: ServerEndpointName): Record<string, Answer> {
  const { status, output } = serverEndpoints[name]
  const schema = jsonSchemaOf(output)
  if ('isStream' in serverEndpoints[name]) {
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

function refusalsOf(name: ServerEndpointName): Record<string, Answer> {
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
