import { expect, test } from 'vitest'
import { escapeHtml } from '../../src/domain/markup.ts'
import { describeSchema } from '../../src/hosts/node/describeSchema.ts'
import { docsPage } from '../../src/hosts/node/docsPage.ts'
import type { JsonSchema } from '../../src/hosts/node/jsonSchemas.ts'
import { openApi } from '../../src/hosts/node/openApi.ts'

const description = openApi()

test('the page for people has every endpoint and every schema, all links lead somewhere, and nothing runs', () => {
  const html = docsPage(description)
  const operations = Object.values(description.paths).flatMap((methods) => Object.values(methods))
  expect(operations.length).toBeGreaterThan(10)
  for (const operation of operations) {
    expect(html).toContain(`<h2 id="${operation.operationId}">`)
    expect(html).toContain(escapeHtml(operation.summary))
  }
  const ids = Array.from(html.matchAll(/ id="([^"]+)"/g), ([, id]) => id)
  const links = Array.from(html.matchAll(/href="#([^"]+)"/g), ([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect([...new Set(links)].filter((link) => !ids.includes(link))).toEqual([])
  expect(html).not.toMatch(/<script|javascript:| on\w+=|https?:\/\//)
})

test('what is described is escaped', () => {
  // Texts that would be HTML if they were not.
  const hostile = '<img src=x onerror=alert(1)>'
  const schema: JsonSchema = {
    type: 'object',
    properties: { [hostile]: { enum: [hostile], title: hostile } },
  }
  const html = docsPage({
    ...description,
    info: { ...description.info, title: hostile, description: hostile },
    components: {
      ...description.components,
      schemas: { [hostile]: schema, Plain: { type: 'string', pattern: hostile } },
    },
  })
  expect(describeSchema(schema)).not.toContain('<img')
  expect(html).not.toContain('<img')
})
