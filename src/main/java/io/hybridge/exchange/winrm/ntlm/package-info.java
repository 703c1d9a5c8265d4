/**
 * NTLMv2 as MS-NLMP has it, with MIC, channel binding and sealing. No input or output.
 */
package io.hybridge.exchange.winrm.ntlm;
