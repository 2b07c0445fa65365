CREATE TABLE "chosen_languages" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"language" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "chosen_languages" ADD CONSTRAINT "chosen_languages_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;