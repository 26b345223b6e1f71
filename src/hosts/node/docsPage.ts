import { escapeHtml } from '../../domain/markup.ts'
import { describeSchema, refName } from './describeSchema.ts'
import type { OpenApi, Operation } from './openApi.ts'
import { plainPage } from './plainPage.ts'
import { OPEN_API_PATH } from './routes.ts'

/** The contract for people: one page without script, made of the same description that machines are given. */
export function docsPage({ info, servers, paths, components }: OpenApi): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      title: `${method.toUpperCase()} ${servers[0].url}${path}`,
      operation,
    })),
  )
  const contents = operations.map(
    ({ title, operation }) =>
      `<li><a href="#${operation.operationId}"><code>${escapeHtml(title)}</code></a>: ${escapeHtml(operation.summary)}</li>`,
  )
  const main = [
    `<p>${escapeHtml(info.description)} The same for machines: <a href="${OPEN_API_PATH}">OpenAPI 3.1</a>.</p>`,
    `<nav aria-label="Calls"><ul>${contents.join('\n')}</ul></nav>`,
    ...operations.map(({ title, operation }) => sectionOf(title, operation)),
    '<h2>What is sent</h2>',
    ...Object.entries(components.schemas).map(
      ([name, schema]) => `<h3 id="${refName(name)}">${escapeHtml(name)}</h3>${describeSchema(schema)}`,
    ),
  ]
  return plainPage(`${info.title}: its API, version ${info.version}`, main.join('\n'))
}

function sectionOf(title: string, operation: Operation): string {
  const { operationId, summary, parameters, requestBody, responses, security } = operation
  const body = Object.values(requestBody?.content ?? {}).map(({ schema }) => describeSchema(schema))
  return [
    `<section aria-labelledby="${operationId}"><h2 id="${operationId}"><code>${escapeHtml(title)}</code></h2>`,
    `<p>${escapeHtml(summary)}.</p>`,
    security ? `<p>With <code>Authorization: Bearer</code> and ${tokenOf(security)}.</p>` : '',
    parameters.length === 0
      ? ''
      : table(
          `Parameters of ${operationId}`,
          ['name', 'in', 'needed', 'is'],
          parameters.map(({ name, in: place, required, schema, description }) => [
            `<code>${escapeHtml(name)}</code>`,
            place,
            required ? 'yes' : 'no',
            describeSchema(schema) + (description ? ` ${escapeHtml(description)}` : ''),
          ]),
        ),
    body.length === 0 ? '' : `<h3>Body, in JSON</h3>${body.join('')}`,
    table(
      `Answers of ${operationId}`,
      ['status', 'means', 'holds'],
      Object.entries(responses).map(([status, { description, content }]) => [
        status,
        escapeHtml(description),
        Object.entries(content ?? {})
          .map(([type, { schema }]) => `<code>${escapeHtml(type)}</code> ${describeSchema(schema)}`)
          .join(''),
      ]),
    ),
    '</section>',
  ].join('\n')
}

function tokenOf([security]: NonNullable<Operation['security']>): string {
  return 'editToken' in security ? 'the edit token of the comment' : 'the token of a moderator'
}

/** The cells are HTML. */
function table(caption: string, heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
  return [
    `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(caption)}"><table>`,
    `<caption>${escapeHtml(caption)}</caption>`,
    `<thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead>`,
    `<tbody>${cells.join('\n')}</tbody></table></div>`,
  ].join('\n')
}
