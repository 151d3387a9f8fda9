DROP TABLE "payments";
DROP TABLE "subscriptions";
DROP TABLE "fans";
DROP TABLE "artists";
DROP TYPE "PaymentStatus";
DROP TYPE "Tier";
