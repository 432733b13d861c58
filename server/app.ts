import { OpenAPIHono } from '@hono/zod-openapi'
import { authenticator } from './accounts/authenticator_routes.ts'
import { passkeys } from './accounts/passkey_routes.ts'
import { account } from './accounts/routes.ts'
import { staffSignIn } from './accounts/sign_in_routes.ts'
import { live } from './activity/routes.ts'
import { apiKeys } from './api_keys/routes.ts'
import { assignments } from './assignments/routes.ts'
import { auditLog } from './audit/routes.ts'
import { boardActs } from './boards/board_routes.ts'
import { boards } from './boards/routes.ts'
import { ruleActs } from './boards/rule_routes.ts'
import { wordActs } from './boards/word_routes.ts'
import { connectionKeys } from './connections/key_routes.ts'
import { connections } from './connections/routes.ts'
import type { Env, World } from './context.ts'
import { decisions } from './decisions/routes.ts'
import { answerError } from './errors.ts'
import { cors } from './http/cors.ts'
import { answerUnknown } from './http/method_not_allowed.ts'
import { makeMetrics } from './http/metrics.ts'
import { limitReads } from './http/rate_limit.ts'
import { requestBody } from './http/request_body.ts'
import { requestLog } from './http/request_log.ts'
import { securityHeaders } from './http/security_headers.ts'
import { findViewer } from './http/session.ts'
import { sharedBytes } from './http/shared.ts'
import { findSite } from './http/site.ts'
import { images } from './images/routes.ts'
import { postImages } from './images/serve_routes.ts'
import { failingJobs } from './jobs/routes.ts'
import { upkeep } from './jobs/upkeep_routes.ts'
import { mailbox } from './mailbox/routes.ts'
import { outbox } from './mails/outbox_routes.ts'
import { mailChoices } from './mails/routes.ts'
import { erasures } from './members/erase_routes.ts'
import { ownFile } from './members/export_routes.ts'
import { me } from './members/me_routes.ts'
import { pictures } from './members/picture_routes.ts'
import { profiles } from './members/profile_routes.ts'
import { members } from './members/routes.ts'
import { mentions } from './mentions/routes.ts'
import { moderation } from './moderation/routes.ts'
import { notes } from './notes/routes.ts'
import { notifications } from './notifications/routes.ts'
import { openApi } from './openapi.ts'
import { openIdLinks } from './openid/link_routes.ts'
import { openIdProviders } from './openid/routes.ts'
import { openIdCallback, openIdSignIn } from './openid/sign_in_routes.ts'
import { apiReference } from './pages/api_reference.ts'
import { frontEnds } from './pages/front_ends.ts'
import { health } from './pages/health.ts'
import { pageFiles } from './pages/page_files.ts'
import { publicPages } from './pages/public_pages.ts'
import { reactions } from './reactions/routes.ts'
import { officialReplies } from './replies/official_routes.ts'
import { replies } from './replies/routes.ts'
import { revisions } from './revisions/routes.ts'
import { itemActs } from './roadmap/item_routes.ts'
import { roadmap } from './roadmap/routes.ts'
import { sanctions } from './sanctions/routes.ts'
import { search } from './search/routes.ts'
import { segments } from './segments/routes.ts'
import { guests } from './sessions/guest_routes.ts'
import { sessions } from './sessions/routes.ts'
import { operators } from './sites/operator_routes.ts'
import { sites } from './sites/routes.ts'
import { settings } from './sites/settings_routes.ts'
import { subscriptions } from './subscriptions/routes.ts'
import { locks } from './threads/lock_routes.ts'
import { threads } from './threads/routes.ts'
import { threadActs } from './threads/staff_routes.ts'
import { votes } from './votes/routes.ts'

/** The map of the server: what every request passes, then one line per noun. */
export function makeApp(world: World) {
  const app = new OpenAPIHono<Env>()
  app.onError(answerError)
  app.notFound(answerUnknown(() => app.routes))
  app.use(async (c, next) => {
    c.set('world', world)
    await next()
  })
  const metrics = makeMetrics(world)
  app.use(requestLog, metrics.measure, securityHeaders)

  const site = new OpenAPIHono<Env>()
  site.use(findSite, cors, requestBody, findViewer, limitReads, sharedBytes)
  site.route('/', sites)
  site.route('/', boards)
  site.route('/', boardActs)
  site.route('/', wordActs)
  site.route('/', ruleActs)
  site.route('/', segments)
  site.route('/', sessions)
  site.route('/', guests)
  site.route('/', staffSignIn)
  site.route('/', account)
  site.route('/', authenticator)
  site.route('/', passkeys)
  site.route('/', openIdLinks)
  site.route('/', openIdSignIn)
  site.route('/', openIdCallback)
  site.route('/', threads)
  site.route('/', search)
  site.route('/', threadActs)
  site.route('/', assignments)
  site.route('/', notes)
  site.route('/', locks)
  site.route('/', officialReplies)
  site.route('/', votes)
  site.route('/', replies)
  site.route('/', revisions)
  site.route('/', mentions)
  site.route('/', images)
  site.route('/', moderation)
  site.route('/', live)
  site.route('/', auditLog)
  site.route('/', notifications)
  site.route('/', subscriptions)
  site.route('/', mailChoices)
  site.route('/', outbox)
  site.route('/', failingJobs)
  site.route('/', reactions)
  site.route('/', me)
  site.route('/', ownFile)
  site.route('/', erasures)
  site.route('/', profiles)
  site.route('/', members)
  site.route('/', sanctions)
  site.route('/', settings)
  site.route('/', connections)
  site.route('/', connectionKeys)
  site.route('/', apiKeys)
  site.route('/', openIdProviders)
  site.route('/', mailbox)
  site.route('/', decisions)
  site.route('/', roadmap)
  site.route('/', itemActs)
  site.route(
    '/',
    openApi(() => app),
  )
  app.route('/api/v1/sites/:slug', site)
  app.route('/', pictures())
  app.route('/', postImages())
  app.route('/', operators())
  app.route('/', upkeep())
  app.route(
    '/',
    apiReference(() => app),
  )
  app.route('/', health())
  app.route('/', metrics.routes)
  app.route('/', frontEnds())
  app.route('/', pageFiles())
  app.route('/', publicPages())
  return app
}
