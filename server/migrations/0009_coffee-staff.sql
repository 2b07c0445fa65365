CREATE TABLE "coffee_policy_versions" (
	"program_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"policy" jsonb NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_by" uuid,
	CONSTRAINT "coffee_policy_versions_program_id_version_pk" PRIMARY KEY("program_id","version")
);
--> statement-breakpoint
ALTER TABLE "drawings" ALTER COLUMN "round" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "drawings" ADD COLUMN "policy" integer;--> statement-breakpoint
ALTER TABLE "coffee_policy_versions" ADD CONSTRAINT "coffee_policy_versions_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coffee_policy_versions" ADD CONSTRAINT "coffee_policy_versions_changed_by_members_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "drawings_whole" ON "drawings" USING btree ("made_at") WHERE "drawings"."round" is not null;