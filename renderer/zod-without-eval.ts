import { z } from 'zod'

// Zod compiles schemas with `new Function`, and tries that when the first schema is made. The window's content
// security policy forbids it, so this file must be imported before every file that makes a schema.
z.config({ jitless: true })
