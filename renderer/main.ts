import './zod-without-eval.ts'
import { mount } from 'svelte'
import App from './App.svelte'
import { language } from './messages/locale.ts'
import './styles.css'

const target = document.getElementById('window')
if (target === null) throw new Error('index.html has no element with the id "window".')
document.documentElement.lang = language
mount(App, { target })
