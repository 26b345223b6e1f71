import type { QueryClient } from '@tanstack/react-query'
import type { Api } from '../../api/contract.ts'
import type { DiscussionId } from '../../domain/ids.ts'
import { ORDERS, type Order } from '../../domain/order.ts'
import type { DeviceStorage } from '../parts/deviceStorage.ts'
import { commentsQuery } from '../queries.ts'

/** The name of the order in the device and in the address. */
const NAME = 'order'

/** How its reader wants to see threads: as the address says, where that is the discussion's own, else as was chosen last. */
export function readOrder(device: DeviceStorage, isInAddress: boolean): Order | undefined {
  const asked =
    isInAddress && typeof location !== 'undefined' ? new URLSearchParams(location.search).get(NAME) : null
  return orderOf(asked) ?? orderOf(device.read(NAME))
}

/** In the address, `newest` goes without saying; nothing is added to the history. */
export function keepOrder(device: DeviceStorage, isInAddress: boolean, order: Order): void {
  device.write(NAME, order)
  if (!isInAddress) return
  const url = new URL(location.href)
  if (order === 'newest') url.searchParams.delete(NAME)
  else url.searchParams.set(NAME, order)
  history.replaceState(history.state, '', url)
}

/** The order to begin with: `usual` where its threads are here, as in a page that came drawn, else what the reader wants, if anything. */
export function firstOrder(
  api: Api,
  queryClient: QueryClient,
  discussionId: DiscussionId,
  usual: Order,
  wanted = usual,
): Order {
  return queryClient.getQueryData(commentsQuery(api, discussionId, usual).queryKey) ? usual : wanted
}

function orderOf(text: string | null): Order | undefined {
  return ORDERS.find((order) => order === text)
}
