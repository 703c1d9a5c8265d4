/** Whether a second person has to approve a plan before it is applied, and who did. */
package io.hybridge.enablement.approval;
