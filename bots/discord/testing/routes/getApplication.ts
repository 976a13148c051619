import { toWireUser } from '../wire/toWireUser.ts'
import type { Route } from './Route.ts'

/** `GET /applications/@me` and `GET /oauth2/applications/@me` */
export const getApplication: Route = (world) => ({
  status: 200,
  body: {
    id: world.applicationId,
    name: 'medikey',
    icon: null,
    description: '',
    summary: '',
    bot_public: false,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: 0,
    bot: toWireUser(world, world.applicationId),
  },
})
