// Makes the pages smoother; none of them needs it for reading or for a single submit.
const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content;

document.addEventListener('htmx:configRequest', (event) => {
	const header = meta('csrf-header');
	if (header && event.detail.verb !== 'get') {
		event.detail.headers[header] = meta('csrf-token');
	}
});

const announce = (text) => {
	const region = document.getElementById('announce');
	if (region && text) {
		region.textContent = text;
	}
};

const copy = async (button) => {
	await navigator.clipboard.writeText(button.dataset.copy ?? document.getElementById(button.dataset.copyOf).textContent);
	announce(button.dataset.copied ?? button.getAttribute('aria-label'));
};

const reveal = (button) => {
	const field = document.getElementById(button.dataset.reveal);
	const shown = field.type === 'password';
	field.type = shown ? 'text' : 'password';
	button.setAttribute('aria-pressed', String(shown));
	const text = button.textContent;
	button.textContent = button.dataset.shown;
	button.dataset.shown = text;
};

const menu = (button) => {
	const opened = document.getElementById(button.getAttribute('aria-controls')).classList.toggle('opened');
	button.setAttribute('aria-expanded', String(opened));
};

document.addEventListener('click', (event) => {
	const button = event.target.closest('button');
	if (button?.dataset.copy || button?.dataset.copyOf) {
		copy(button);
	}
	else if (button?.dataset.reveal) {
		reveal(button);
	}
	else if (button?.matches('.menu')) {
		menu(button);
	}
});

// The browser asks for a passkey, and the form takes what it answers along.
const passkeys = window.PublicKeyCredential?.parseRequestOptionsFromJSON;
const prove = async (form, field) => {
	const failed = form.querySelector('[data-passkey-failed]');
	failed.hidden = true;
	try {
		const order = JSON.parse(field.dataset.passkey);
		field.value = JSON.stringify(order.rp
			? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(order) })
			: await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(order) }));
		form.submit();
	}
	catch {
		failed.hidden = false;
	}
};

document.addEventListener('submit', (event) => {
	const field = event.target.querySelector('[data-passkey]');
	if (field && !field.value) {
		event.preventDefault();
		prove(event.target, field);
	}
});

document.addEventListener('keydown', (event) => {
	const button = document.querySelector('.menu[aria-expanded=true]');
	if (event.key === 'Escape' && button) {
		menu(button);
		button.focus();
	}
});

// The server's clock decides; the browser only keeps the difference.
const counted = new WeakMap();
const tick = () => {
	for (const element of document.querySelectorAll('[data-until]')) {
		const { until, now, remaining, done } = element.dataset;
		if (!counted.has(element)) {
			counted.set(element, { ahead: Date.now() - Number(now), last: Infinity });
		}
		const state = counted.get(element);
		const left = Math.max(0, Math.ceil((Number(until) + state.ahead - Date.now()) / 1000));
		if (left === state.last) {
			continue;
		}
		element.querySelector('output').textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
		const bar = element.querySelector('progress');
		if (bar) {
			bar.value = bar.max - left;
		}
		const mark = [0, 10, 30, 60].find((seconds) => left <= seconds && state.last > seconds && state.last !== Infinity);
		if (mark !== undefined) {
			announce(mark === 0 ? done : remaining?.replace('#', mark));
		}
		state.last = left;
	}
};

const prepare = (root) => {
	for (const button of root.querySelectorAll('[data-copy][hidden], [data-copy-of][hidden], [data-reveal][hidden]')) {
		button.hidden = !button.dataset.reveal && !navigator.clipboard;
	}
	for (const field of root.querySelectorAll('[data-passkey]')) {
		field.parentElement.querySelector(passkeys ? 'button' : '[data-passkey-none]').hidden = false;
	}
	tick();
};

const focus = (heading) => {
	if (heading) {
		heading.tabIndex = -1;
		heading.focus();
	}
};

// The section whose part asked: when the whole step comes back, its heading says what is new.
let asked;
document.addEventListener('htmx:beforeSwap', (event) => {
	asked = event.detail.elt?.closest?.('section[id]')?.id;
});

document.addEventListener('htmx:afterSettle', (event) => {
	prepare(document);
	const part = event.detail.elt;
	const sent = event.detail.boosted;
	announce(part.dataset?.announce ?? part.querySelector?.('[data-announce]')?.dataset.announce
			?? (sent && part.querySelector('#progress .lead')?.textContent));
	if (part.querySelector?.('[autofocus]')) {
		return;
	}
	const first = part.matches?.('[data-focus]') ? part
		: part.querySelector?.(`#${asked} [data-focus]`) ?? part.querySelector?.('[data-focus]');
	focus(first || (sent && part.querySelector('h1')));
});

// htmx 2.0.10 pushes an address for such a form, though it is told not to.
document.addEventListener('htmx:beforeHistoryUpdate', ({ detail }) => {
	if (detail.requestConfig.elt.getAttribute('hx-push-url') === 'false') {
		Object.assign(detail.history, { type: 'replace', path: location.href });
	}
});

// A form within the page that went wrong is answered as a page: with what it says, or with how things stand now.
const posted = ({ requestConfig }) => requestConfig?.verb === 'post';
// Who does not answer is asked again, and nothing that was shown or typed goes away.
const lost = (away) => {
	const banner = document.getElementById('lost');
	if (banner && banner.hidden === away) {
		banner.hidden = !away;
		announce(away && banner.textContent);
	}
};
document.addEventListener('htmx:afterRequest', ({ detail }) => lost(detail.failed && (detail.xhr.status === 503 || !detail.xhr.status)));
// What was to be sent again is sent.
document.addEventListener('htmx:afterRequest', ({ detail }) => {
	if (posted(detail) && detail.successful) {
		document.getElementById('unsent')?.remove();
	}
});
document.addEventListener('htmx:responseError', ({ detail }) => {
	if (posted(detail) && detail.xhr.status !== 503) {
		const page = new DOMParser().parseFromString(detail.xhr.responseText, 'text/html');
		document.title = page.title;
		document.body.replaceWith(page.body);
		focus(document.querySelector('h1'));
	}
});
document.addEventListener('htmx:sendError', ({ detail }) => {
	if (posted(detail)) {
		location.reload();
	}
});
const retry = async (address) => {
	const answer = await fetch(address, { method: 'HEAD' }).catch(() => null);
	if (answer && answer.status !== 503) {
		location.replace(address);
	}
	else {
		setTimeout(retry, 3000, address);
	}
};
const away = document.querySelector('[data-retry]');
if (away) {
	setTimeout(retry, 3000, away.dataset.retry);
}

// The first choice of a time zone is the browser's; what somebody chose stays.
const zone = document.querySelector('form[data-zone] select[name=zone]');
const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone && [...zone.options].some((option) => option.value === own)) {
	zone.value = own;
}

prepare(document);
setInterval(tick, 250);
