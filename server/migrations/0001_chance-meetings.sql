CREATE TABLE "coffee_fairness" (
	"member_id" uuid NOT NULL,
	"left_over_last" boolean DEFAULT false NOT NULL,
	"trio_last" boolean DEFAULT false NOT NULL,
	"trio_this_turn" boolean DEFAULT false NOT NULL,
	CONSTRAINT "coffee_fairness_member_id_pk" PRIMARY KEY("member_id")
);
--> statement-breakpoint
CREATE TABLE "coffee_policies" (
	"program_id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"preset" text DEFAULT 'Mix across the institution' NOT NULL,
	"weights" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"repeat_window_days" integer DEFAULT 90 NOT NULL,
	"supervisors_may" boolean DEFAULT false NOT NULL,
	"passing_bar" real DEFAULT 0.35 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "drawings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"program_id" uuid NOT NULL,
	"seed" integer NOT NULL,
	"policy_version" text NOT NULL,
	"round" jsonb NOT NULL,
	"result" jsonb NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pairings" (
	"encounter_id" uuid PRIMARY KEY NOT NULL,
	"program_id" uuid NOT NULL,
	"drawing_id" uuid NOT NULL,
	"weight" real NOT NULL,
	"reasons" jsonb NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "likenesses" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"attribute" text NOT NULL,
	"value" text NOT NULL,
	"wanted" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "particulars" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"division" text DEFAULT '' NOT NULL,
	"site" text DEFAULT '' NOT NULL,
	"profession" text DEFAULT '' NOT NULL,
	"stage" text,
	"offers" text[] DEFAULT '{}' NOT NULL,
	"wants" text[] DEFAULT '{}' NOT NULL,
	"interests" text[] DEFAULT '{}' NOT NULL,
	"languages" text[] DEFAULT '{"en"}' NOT NULL,
	"table_size" text DEFAULT 'pair' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "coffee_fairness" ADD CONSTRAINT "coffee_fairness_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coffee_policies" ADD CONSTRAINT "coffee_policies_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drawings" ADD CONSTRAINT "drawings_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairings" ADD CONSTRAINT "pairings_encounter_id_encounters_id_fk" FOREIGN KEY ("encounter_id") REFERENCES "public"."encounters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairings" ADD CONSTRAINT "pairings_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "likenesses" ADD CONSTRAINT "likenesses_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "particulars" ADD CONSTRAINT "particulars_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "drawings_program" ON "drawings" USING btree ("program_id","made_at");--> statement-breakpoint
CREATE INDEX "pairings_drawing" ON "pairings" USING btree ("drawing_id");