// The admin, from the top: theme, language and session first, then one element that is the whole page.
import { imagesFrom } from '../widget/ui/sanitize.ts'
import { Tips } from '../widget/ui/tips.ts'
import { base } from './address.ts'
import { watchLive } from './live.ts'
import { watchNews } from './news.ts'
import { startTheme } from './preferences.ts'
import { startRouter } from './router.ts'
import { loadSession, watchSession } from './session.ts'
import { startShortcuts } from './shortcuts.ts'
import { tokens } from './styles/tokens.ts'
import { startLanguage } from './translations/index.ts'
import './parts/admin-app/admin-app.ts'

if (tokens.styleSheet) document.adoptedStyleSheets.push(tokens.styleSheet)
imagesFrom(`${location.origin}${base}/`)
startTheme()
startRouter()
startShortcuts()
new Tips(document.documentElement).hostConnected()
watchSession()
watchLive()
watchNews()
void startLanguage()
void loadSession()
