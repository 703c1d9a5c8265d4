package io.hybridge.enablement.download;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import io.hybridge.organization.OrganizationId;

/** Offers the public certificate; there is no private key here to offer. */
@Controller
class CertificateController {

	private final PublicCertificates certificates;

	CertificateController(PublicCertificates certificates) {
		this.certificates = certificates;
	}

	@GetMapping("/organizations/{id}/enablement/oauth/certificate")
	ResponseEntity<byte[]> download(@PathVariable long id) {
		return this.certificates.of(new OrganizationId(id))
			.map((shown) -> ResponseEntity.ok()
				.contentType(MediaType.parseMediaType("application/pkix-cert"))
				.header(HttpHeaders.CONTENT_DISPOSITION,
						ContentDisposition.attachment().filename("OAuthCert.cer").build().toString())
				.body(shown.certificate().der()))
			.orElseThrow(() -> new NothingToTakeAway("certificate"));
	}

}
