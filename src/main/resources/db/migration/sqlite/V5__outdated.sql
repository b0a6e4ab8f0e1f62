-- How many changes of its incident the message of a delivery does not show yet; counted for what told of an outage.
alter table delivery add column changes integer not null default 0;
create index delivery_outdated on delivery (number) where changes > 0 and state = 'delivered';
create index delivery_receipt on delivery (channel, receipt) where receipt is not null;
