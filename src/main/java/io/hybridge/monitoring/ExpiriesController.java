package io.hybridge.monitoring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import io.hybridge.run.status.Expiries;
import io.hybridge.run.status.Expiries.Dated;
import io.hybridge.run.status.Expiries.Place;

/** What expires when, over all organizations, the earliest first. */
@Controller
class ExpiriesController {

	private static final int SIZE = 50;

	private static final List<Integer> MARKS = List.of(7, 14, 30, 60);

	private final Expiries expiries;

	private final Clock clock;

	ExpiriesController(Expiries expiries, Clock clock) {
		this.expiries = expiries;
		this.clock = clock;
	}

	@GetMapping("/expiries")
	String show(@RequestParam(required = false) String after, Model model) {
		List<Dated> page = this.expiries.after(place(after), SIZE + 1);
		List<Dated> shown = page.subList(0, Math.min(page.size(), SIZE));
		model.addAttribute("stretches", stretches(shown));
		model.addAttribute("begun", after != null);
		if (page.size() > SIZE) {
			Dated last = shown.getLast();
			model.addAttribute("after", last.expiry().at().getEpochSecond() + "." + last.id());
		}
		return "monitoring/expiries";
	}

	/** The lines between two marks each, without the marks that nothing stands before. */
	private List<Stretch> stretches(List<Dated> dated) {
		List<Stretch> stretches = new ArrayList<>();
		Instant now = this.clock.instant();
		for (Dated line : dated) {
			String key = key(Duration.between(now, line.expiry().at()));
			int days = mark(Duration.between(now, line.expiry().at()));
			if (stretches.isEmpty() || stretches.getLast().days() != days) {
				stretches.add(new Stretch(key, days, new ArrayList<>()));
			}
			stretches.getLast().lines().add(line);
		}
		return stretches;
	}

	private static String key(Duration left) {
		int mark = mark(left);
		if (mark == 0) {
			return "monitoring.expiries.over";
		}
		return (mark == Integer.MAX_VALUE) ? "monitoring.expiries.later" : "monitoring.expiries.within";
	}

	private static int mark(Duration left) {
		if (left.isNegative() || left.isZero()) {
			return 0;
		}
		return MARKS.stream()
			.filter((days) -> left.compareTo(Duration.ofDays(days)) <= 0)
			.findFirst()
			.orElse(Integer.MAX_VALUE);
	}

	private static Place place(String after) {
		if (after == null || !after.matches("-?[0-9]{1,11}\\.[0-9]{1,18}")) {
			return null;
		}
		String[] parts = after.split("\\.");
		return new Place(Instant.ofEpochSecond(Long.parseLong(parts[0])), Long.parseLong(parts[1]));
	}

	/**
	 * What ends between two marks.
	 *
	 * @param key of its heading
	 * @param days of the mark
	 * @param lines the earliest first
	 */
	record Stretch(String key, int days, List<Dated> lines) {
	}

}
