/** Infrastructure as code: Terraform, Bicep, ARM and CloudFormation, with their references resolved inside the tree. */
@NullMarked
package domicile.scan.iac;

import org.jspecify.annotations.NullMarked;
