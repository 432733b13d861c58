// The admin, from the top: theme, language and session first, then one element that is the whole page.
import { startTheme } from './preferences.ts'
import { startRouter } from './router.ts'
import { loadSession, watchSession } from './session.ts'
import { startShortcuts } from './shortcuts.ts'
import { tokens } from './styles/tokens.ts'
import { startLanguage } from './translations/index.ts'
import './parts/admin-app/admin-app.ts'

if (tokens.styleSheet) document.adoptedStyleSheets.push(tokens.styleSheet)
startTheme()
startRouter()
startShortcuts()
watchSession()
void startLanguage()
void loadSession()
