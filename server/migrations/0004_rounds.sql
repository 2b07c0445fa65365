CREATE TABLE "calendar_feeds" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "calendar_feeds_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "round_answers" (
	"round_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"cadence" text,
	"mail" boolean DEFAULT true NOT NULL,
	"last_on" date,
	CONSTRAINT "round_answers_round_id_member_id_pk" PRIMARY KEY("round_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "round_asks" (
	"occurrence_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"sitting" integer NOT NULL,
	"encounter_id" uuid NOT NULL,
	"yes" uuid[] DEFAULT '{}' NOT NULL,
	"declined" boolean DEFAULT false NOT NULL,
	CONSTRAINT "round_asks_occurrence_id_sitting_member_id_pk" PRIMARY KEY("occurrence_id","sitting","member_id")
);
--> statement-breakpoint
CREATE TABLE "round_guests" (
	"round_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	CONSTRAINT "round_guests_round_id_member_id_pk" PRIMARY KEY("round_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "round_mails" (
	"occurrence_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"round_id" uuid NOT NULL,
	"sent_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "round_mails_occurrence_id_member_id_kind_pk" PRIMARY KEY("occurrence_id","member_id","kind")
);
--> statement-breakpoint
CREATE TABLE "round_occurrences" (
	"id" uuid PRIMARY KEY NOT NULL,
	"round_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"phase" text DEFAULT 'announced' NOT NULL,
	"sitting" integer DEFAULT 0 NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"told" boolean DEFAULT false NOT NULL,
	"sittings" integer NOT NULL,
	"sitting_seconds" integer NOT NULL,
	"gathering_seconds" integer NOT NULL,
	"between_seconds" integer NOT NULL,
	"invited_at" timestamp with time zone,
	"reminded_at" timestamp with time zone,
	CONSTRAINT "round_occurrences_once" UNIQUE("round_id","starts_at")
);
--> statement-breakpoint
CREATE TABLE "round_presence" (
	"occurrence_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"gone_at" timestamp with time zone,
	CONSTRAINT "round_presence_occurrence_id_member_id_pk" PRIMARY KEY("occurrence_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "round_seats" (
	"occurrence_id" uuid NOT NULL,
	"sitting" integer NOT NULL,
	"member_id" uuid NOT NULL,
	"encounter_id" uuid,
	CONSTRAINT "round_seats_occurrence_id_sitting_member_id_pk" PRIMARY KEY("occurrence_id","sitting","member_id")
);
--> statement-breakpoint
CREATE TABLE "round_sit_outs" (
	"round_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	CONSTRAINT "round_sit_outs_round_id_member_id_starts_at_pk" PRIMARY KEY("round_id","member_id","starts_at")
);
--> statement-breakpoint
CREATE TABLE "rounds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"program_id" uuid NOT NULL,
	"name" text NOT NULL,
	"everybody" boolean NOT NULL,
	"rule" text NOT NULL,
	"starts_at" text NOT NULL,
	"time_zone" text NOT NULL,
	"sittings" integer NOT NULL,
	"sitting_seconds" integer NOT NULL,
	"gathering_seconds" integer NOT NULL,
	"between_seconds" integer NOT NULL,
	"preset" text,
	"repeat_window_days" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"stopped_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_answers" ADD CONSTRAINT "round_answers_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_answers" ADD CONSTRAINT "round_answers_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_asks" ADD CONSTRAINT "round_asks_occurrence_id_round_occurrences_id_fk" FOREIGN KEY ("occurrence_id") REFERENCES "public"."round_occurrences"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_asks" ADD CONSTRAINT "round_asks_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_asks" ADD CONSTRAINT "round_asks_encounter_id_encounters_id_fk" FOREIGN KEY ("encounter_id") REFERENCES "public"."encounters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_guests" ADD CONSTRAINT "round_guests_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_guests" ADD CONSTRAINT "round_guests_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_mails" ADD CONSTRAINT "round_mails_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_mails" ADD CONSTRAINT "round_mails_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_occurrences" ADD CONSTRAINT "round_occurrences_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_presence" ADD CONSTRAINT "round_presence_occurrence_id_round_occurrences_id_fk" FOREIGN KEY ("occurrence_id") REFERENCES "public"."round_occurrences"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_presence" ADD CONSTRAINT "round_presence_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_seats" ADD CONSTRAINT "round_seats_occurrence_id_round_occurrences_id_fk" FOREIGN KEY ("occurrence_id") REFERENCES "public"."round_occurrences"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_seats" ADD CONSTRAINT "round_seats_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_seats" ADD CONSTRAINT "round_seats_encounter_id_encounters_id_fk" FOREIGN KEY ("encounter_id") REFERENCES "public"."encounters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_sit_outs" ADD CONSTRAINT "round_sit_outs_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_sit_outs" ADD CONSTRAINT "round_sit_outs_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "round_answers_member" ON "round_answers" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "round_guests_member" ON "round_guests" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "round_mails_round" ON "round_mails" USING btree ("round_id","member_id");--> statement-breakpoint
CREATE INDEX "round_occurrences_open" ON "round_occurrences" USING btree ("until") WHERE "round_occurrences"."phase" <> 'over' or not "round_occurrences"."told";--> statement-breakpoint
CREATE INDEX "round_seats_encounter" ON "round_seats" USING btree ("encounter_id");--> statement-breakpoint
CREATE INDEX "round_sit_outs_member" ON "round_sit_outs" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "rounds_program" ON "rounds" USING btree ("program_id") WHERE "rounds"."stopped_at" is null;