ALTER TABLE "chosen_languages" ALTER COLUMN "language" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "chosen_languages" ADD COLUMN "seen" text;